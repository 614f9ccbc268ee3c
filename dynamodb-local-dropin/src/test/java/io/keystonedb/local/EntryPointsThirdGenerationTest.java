package io.keystonedb.local;

class EntryPointsThirdGenerationTest extends EntryPoints {
  EntryPointsThirdGenerationTest() {
    super("software.amazon.dynamodb.services.local");
  }
}

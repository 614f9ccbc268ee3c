// ElectroDB on the endpoint at $AWS_ENDPOINT_URL: several workers at the same time, each with a
// private database of its own that disappears when nobody uses it any more.
import assert from "node:assert/strict";
import { CreateTableCommand, DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { Entity, Service } from "electrodb";

const table = "app";

function connect(worker) {
  const credentials = { accessKeyId: `private${process.pid}w${worker}`, secretAccessKey: "secret" };
  return new DynamoDBClient({ credentials });
}

async function createTable(client) {
  const attribute = (AttributeName) => ({ AttributeName, AttributeType: "S" });
  const keys = (hash, range) => [
    { AttributeName: hash, KeyType: "HASH" },
    { AttributeName: range, KeyType: "RANGE" },
  ];
  await client.send(
    new CreateTableCommand({
      TableName: table,
      BillingMode: "PAY_PER_REQUEST",
      AttributeDefinitions: ["pk", "sk", "gsi1pk", "gsi1sk"].map(attribute),
      KeySchema: keys("pk", "sk"),
      GlobalSecondaryIndexes: [
        { IndexName: "gsi1", KeySchema: keys("gsi1pk", "gsi1sk"), Projection: { ProjectionType: "ALL" } },
      ],
    }),
  );
}

function entities(client) {
  const tasks = new Entity(
    {
      model: { entity: "task", version: "1", service: "work" },
      attributes: {
        project: { type: "string", required: true },
        id: { type: "string", required: true },
        owner: { type: "string", required: true },
        points: { type: "number", default: 1 },
        labels: { type: "set", items: "string" },
      },
      indexes: {
        byProject: { pk: { field: "pk", composite: ["project"] }, sk: { field: "sk", composite: ["id"] } },
        byOwner: {
          index: "gsi1",
          collection: "owned",
          pk: { field: "gsi1pk", composite: ["owner"] },
          sk: { field: "gsi1sk", composite: ["project", "id"] },
        },
      },
    },
    { client, table },
  );
  return { tasks, service: new Service({ tasks }) };
}

async function work(worker) {
  const client = connect(worker);
  await createTable(client);
  const { tasks, service } = entities(client);
  const task = (i) => ({ project: "p", id: `t${i}`, owner: i % 2 ? "ann" : "bob", labels: ["x", `l${i}`] });

  await tasks.create(task(1)).go();
  await assert.rejects(tasks.create(task(1)).go(), /The conditional request failed/);
  await tasks.put(Array.from({ length: 29 }, (_, i) => task(i + 2))).go();
  const { data: found } = await tasks.get({ project: "p", id: "t1" }).go();
  assert.deepEqual(found.labels.toSorted(), ["l1", "x"]);
  assert.equal(found.points, 1);

  await tasks.update({ project: "p", id: "t1" }).add({ points: 4 }).where(({ points }, { eq }) => eq(points, 1)).go();
  const { data: batch } = await tasks.get([{ project: "p", id: "t1" }, { project: "p", id: "none" }]).go();
  assert.deepEqual(batch.map((each) => each.points), [5]);

  const { data: all } = await tasks.query.byProject({ project: "p" }).go({ pages: "all", limit: 7 });
  assert.equal(all.length, 30);
  const { data: begins } = await tasks.query.byProject({ project: "p" }).begins({ id: "t2" }).go();
  assert.equal(begins.length, 11);
  const { data: owned } = await service.collections.owned({ owner: "ann" }).go({ pages: "all" });
  assert.equal(owned.tasks.length, 15);
  const { data: scanned } = await tasks.scan.where(({ points }, { gt }) => gt(points, 1)).go({ pages: "all" });
  assert.deepEqual(scanned.map((each) => each.id), ["t1"]);

  const { canceled } = await service.transaction
    .write(({ tasks: t }) => [
      t.create(task(100)).commit(),
      t.check({ project: "p", id: "t1" }).where(({ points }, { eq }) => eq(points, 99)).commit({ response: "all_old" }),
    ])
    .go();
  assert.equal(canceled, true);
  const { data: none } = await tasks.get({ project: "p", id: "t100" }).go();
  assert.equal(none, null);
}

await Promise.all([1, 2, 3, 4].map(work));
console.log("ElectroDB is content");

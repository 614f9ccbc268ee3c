package io.keystonedb.migration;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.SdkResponse;

/** Between the names a caller uses and those of one side. */
interface NameTranslation {
  /** The side uses the same names. */
  NameTranslation NONE =
      new NameTranslation() {
        @Override
        public SdkRequest toSide(SdkRequest request) {
          return request;
        }

        @Override
        public @Nullable SdkResponse fromSide(SdkRequest request, @Nullable SdkResponse answer) {
          return answer;
        }
      };

  /** Between the primary's names and the shadow's. */
  static NameTranslation of(Names names) {
    return names.isEmpty() ? NONE : new Renaming(names);
  }

  /** A request under the side's names. */
  SdkRequest toSide(SdkRequest request);

  /**
   * An answer under the caller's names.
   *
   * @param request what was asked, under the caller's names
   */
  @Nullable SdkResponse fromSide(SdkRequest request, @Nullable SdkResponse answer);
}

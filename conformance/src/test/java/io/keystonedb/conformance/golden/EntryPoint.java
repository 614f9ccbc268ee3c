package io.keystonedb.conformance.golden;

import java.util.Locale;

/** The ways for a request to reach a database. */
enum EntryPoint {
  /** The wire protocol of the core, without HTTP. */
  NATIVE {
    @Override
    Session open(String authorization) {
      return new WireSession(authorization);
    }
  },
  /** The clients of the AWS SDK that run in this process. */
  SDK {
    @Override
    Session open(String authorization) {
      return SdkSession.inProcess();
    }
  },
  /** The AWS SDK's own clients over an HTTP client that answers in this process. */
  SDK_HTTP {
    @Override
    Session open(String authorization) {
      return SdkSession.overHttpClient();
    }
  },
  /** HTTP on a socket. */
  SOCKET {
    @Override
    Session open(String authorization) {
      return new SocketSession(authorization);
    }
  };

  /**
   * A new database.
   *
   * @param authorization a header field in the right form, with an access key that was not used
   *     before
   */
  abstract Session open(String authorization);

  /** The name in case files, such as {@code sdk-http}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static EntryPoint named(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}

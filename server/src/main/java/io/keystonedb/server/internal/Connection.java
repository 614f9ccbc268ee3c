package io.keystonedb.server.internal;

import io.keystonedb.internal.engine.AnswerLostException;
import io.keystonedb.internal.wire.HttpHeaders;
import io.keystonedb.internal.wire.WireProtocol;
import io.keystonedb.internal.wire.WireRequest;
import io.keystonedb.internal.wire.WireResponse;
import java.io.IOException;
import java.net.Socket;
import org.jspecify.annotations.Nullable;

/**
 * One client's connection: reads a request, has it answered, writes the answer, and so on, all on
 * one thread. Requests that were sent ahead wait in the buffer and are answered in their order.
 */
final class Connection implements Runnable {
  private static final byte[] NOTHING = {};
  private static final WireRequest UNREADABLE =
      new WireRequest("", "", null, new HttpHeaders(), NOTHING);

  private final Socket socket;
  private final Transport transport;
  private final WireProtocol protocol;
  private final Limits limits;
  private final ConnectionState state;

  /** A connection that was accepted. */
  Connection(Socket socket, Transport transport, WireProtocol protocol, Limits limits) {
    this.socket = socket;
    this.transport = transport;
    this.protocol = protocol;
    this.limits = limits;
    state = new ConnectionState(limits.request(), limits.idle());
  }

  @Override
  public void run() {
    try (socket) {
      state.begin();
      try (Socket stream = transport.open(socket)) {
        if (state.rest()) {
          serve(stream);
        }
      }
    } catch (IOException e) {
      // The client is gone, or does not speak TLS where it should: nobody is left to tell.
    } catch (AnswerLostException e) {
      // The client is to see its connection end without an answer.
    } catch (OutOfMemoryError e) {
      // Too many large requests at a time. This client sees its connection end and tries again.
    }
  }

  private void serve(Socket stream) throws IOException {
    InputBuffer in = new InputBuffer(stream.getInputStream());
    ResponseWriter out = new ResponseWriter(stream.getOutputStream());
    HeadReader heads = new HeadReader(in, limits);
    BodyReader bodies = new BodyReader(in);
    boolean goOn = true;
    while (goOn && in.await() && state.begin()) {
      RequestHead head = null;
      WireResponse response;
      try {
        head = heads.read();
        response = protocol.handle(head.withBody(body(head, bodies, in, out)));
      } catch (HttpException e) {
        refuse(e, head, out);
        linger(stream, in);
        return;
      }
      state.answering();
      goOn = head.keepAlive() && !state.isEnding();
      out.write(response, goOn, !head.method().equals("HEAD"));
      goOn = state.rest() && goOn;
    }
  }

  private byte[] body(RequestHead head, BodyReader bodies, InputBuffer in, ResponseWriter out)
      throws IOException, HttpException {
    long length = head.bodyLength();
    boolean asks = head.expectsContinue() && length != 0 && in.size() == 0;
    if (asks && length <= Limits.BODY_BYTES) {
      out.writeContinue();
    }
    byte[] body = bodies.read(length);
    state.received();
    return body;
  }

  private void refuse(HttpException e, @Nullable RequestHead head, ResponseWriter out)
      throws IOException {
    int status = state.isLate() ? 408 : e.status();
    WireRequest request = head == null ? UNREADABLE : head.withBody(NOTHING);
    out.write(protocol.refusal(request, status), false, true);
  }

  /**
   * Takes what the client is still sending, for a moment: closing at once would have the system
   * throw away the answer before the client has read it.
   */
  private void linger(Socket stream, InputBuffer in) throws IOException {
    state.linger();
    stream.shutdownOutput();
    while (in.await()) {
      in.skip(in.size());
    }
  }

  /** Ends the connection: at once if it is idle, else after the answer under way. */
  void end() {
    if (!state.end()) {
      close();
    }
  }

  /** Looks whether the client takes too long. */
  void watch(long now) {
    switch (state.due(now)) {
      case NOTHING -> {}
      case CUT_OFF -> cutOff();
      case CLOSE -> close();
    }
  }

  private void cutOff() {
    try {
      socket.shutdownInput();
    } catch (IOException e) {
      close();
    }
  }

  /** Closes at once. */
  void close() {
    try {
      socket.close();
    } catch (IOException e) {
      // It is closed in any case.
    }
  }
}

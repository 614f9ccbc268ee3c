package io.keystonedb.internal.engine;

import io.keystonedb.storage.Txn;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The runs of one write body, of which the last one counts: a store may run it more than once. Each
 * run meets the same conflicts and has charges of its own.
 */
final class ItemRuns<R> implements Function<Txn, R> {
  private final RequestContext context;
  private final Function<? super ItemStore, ? extends R> body;
  private final int firstDraw;
  private @Nullable ItemStore last;

  ItemRuns(RequestContext context, Function<? super ItemStore, ? extends R> body) {
    this.context = context;
    this.body = body;
    firstDraw = context.drawPosition();
  }

  @Override
  public R apply(Txn txn) {
    context.rewindDraws(firstDraw);
    ItemStore run = new ItemStore(context, new RowWriter(txn, context.engine().keys()));
    last = run;
    return body.apply(run);
  }

  /** Charges the request for the last run, whether it ended in a commit or in an exception. */
  void end() {
    if (last != null) {
      context.addCharges(last.charges());
    }
  }
}

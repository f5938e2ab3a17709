/** This many short units may go before one that opens a transaction, because a transaction keeps the session for many round trips. */
const mostGoBefore = 8;

/** Units of work that wait for the one session, each `{ client, unit, isLong }`. */
export class WaitingLine {
  #waiting = [];

  push(entry) {
    this.#waiting.push({ ...entry, wentBefore: 0 });
  }

  /** Takes the next unit of the client with the open transaction, or, without one, the next in turn; undefined: none. */
  take(owner) {
    const index = owner ? this.#waiting.findIndex(({ client }) => client === owner) : this.#next();
    return index < 0 ? undefined : this.#waiting.splice(index, 1)[0];
  }

  /** Forgets a disconnected client. */
  leave(client) {
    this.#waiting = this.#waiting.filter((entry) => entry.client !== client);
  }

  #next() {
    const [first] = this.#waiting;
    if (!first?.isLong || first.wentBefore >= mostGoBefore) return 0;
    const short = this.#waiting.findIndex(({ isLong }) => !isLong);
    if (short < 0) return 0;
    first.wentBefore += 1;
    return short;
  }
}

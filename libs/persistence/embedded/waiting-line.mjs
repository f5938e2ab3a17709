/** So many units that are over at once may go before one that opens a transaction: that one keeps the session for many round trips. */
const mostGoBefore = 8;

/** Units of work that wait for the one session: `{ client, unit, isLong }` each. */
export class WaitingLine {
  #waiting = [];

  push(entry) {
    this.#waiting.push({ ...entry, wentBefore: 0 });
  }

  /** Takes what the owner of an open transaction asks for next; without an owner, whoever's turn it is. undefined: nobody's. */
  take(owner) {
    const index = owner ? this.#waiting.findIndex(({ client }) => client === owner) : this.#next();
    return index < 0 ? undefined : this.#waiting.splice(index, 1)[0];
  }

  /** Forgets a client that has left. */
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

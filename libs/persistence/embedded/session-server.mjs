// Lets many clients share the one session of the embedded database. Its own socket server passes messages on one by
// one, so that outside of transactions the unnamed statement of one client was overwritten by the next ("unnamed
// prepared statement does not exist"). Here a client has the session from its first message to the ReadyForQuery, and
// from BEGIN to the end of its transaction. The session is under the role that the client started with.
import { createServer } from 'node:net';
import { FrameSplitter, endsUnit, isTerminate, opensTransaction, roleOf, statementOf, answerOf } from './frames.mjs';
import { WaitingLine } from './waiting-line.mjs';

/** Listens on a unix socket; returns `{ stop() }`. */
export async function serveSessions(database, socketPath) {
  const session = new Session(database);
  const sockets = new Set();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    new Client(session, socket);
  });
  await new Promise((resolve, reject) => server.once('error', reject).listen(socketPath, resolve));
  const stop = () => {
    session.end();
    for (const socket of sockets) socket.destroy();
    return new Promise((resolve) => server.close(resolve));
  };
  return { stop };
}

/** The one session: units of work wait for their turn; an open transaction keeps the turn with its client. */
class Session {
  #line = new WaitingLine();
  #owner = null;
  #role = null;
  #busy = false;
  #ended = false;

  constructor(database) {
    this.database = database;
  }

  /** Does the unit when it is the client's turn. */
  run(client, unit, isLong = false) {
    if (this.#ended) return;
    this.#line.push({ client, unit, isLong });
    void this.#work();
  }

  /** Takes no more work: the database is about to close, which ends all sessions. */
  end() {
    this.#ended = true;
  }

  /** Drops a client that has left, its open transaction, and the statements that it named. */
  leave(client, statements) {
    this.#line.leave(client);
    if (this.#owner === client) this.run(client, () => this.database.exec('ROLLBACK'));
    for (const name of statements) this.run(client, () => this.database.exec(`DEALLOCATE "${name.replaceAll('"', '""')}"`));
  }

  async #work() {
    if (this.#busy) return;
    this.#busy = true;
    for (let entry = this.#line.take(this.#owner); entry; entry = this.#line.take(this.#owner)) {
      try {
        await this.#takeRole(entry.client.role);
        await entry.unit();
      } catch (error) {
        entry.client.fail(error);
      }
      this.#owner = this.database.isInTransaction() ? entry.client : null;
    }
    this.#busy = false;
  }

  /** A transaction keeps the role that it began under. */
  async #takeRole(role) {
    if (this.#role === role) return;
    await this.database.exec(role === null ? 'RESET ROLE' : `SET ROLE "${role}"`);
    this.#role = role;
  }
}

class Client {
  #frames = new FrameSplitter();
  #unit = [];
  #statements = new Set();
  role = null;

  constructor(session, socket) {
    this.session = session;
    this.socket = socket;
    socket.on('data', (chunk) => this.#receive(chunk));
    socket.on('error', () => socket.destroy());
    socket.once('close', () => session.leave(this, this.#statements));
  }

  fail() {
    this.socket.destroy();
  }

  #receive(chunk) {
    for (const frame of this.#frames.push(chunk)) this.#handle(frame);
  }

  #handle(frame) {
    if (frame.kind === 'ssl') this.socket.write('N');
    else if (frame.kind === 'cancel' || isTerminate(frame)) this.socket.end();
    else this.#collect(frame);
  }

  #collect(frame) {
    if (frame.kind === 'startup') this.role = roleOf(frame);
    this.#unit.push(frame.bytes);
    const name = statementOf(frame);
    if (name) this.#statements.add(name);
    if (!endsUnit(frame)) return;
    const messages = this.#unit;
    this.#unit = [];
    this.session.run(this, () => this.#execute(messages), opensTransaction(messages[0]));
  }

  // The embedded server says ReadyForQuery right after an error and once more after Sync, and does not skip what lies
  // between. A client that gets two takes the second for the answer of its next query. So: answer as PostgreSQL does
  // (chapter "Extended Query"). Nothing between an error and Sync can do anything: each message needs the one before it.
  async #execute(messages) {
    const chunks = [];
    await this.#process(messages.length === 1 ? messages[0] : Buffer.concat(messages), (data) => chunks.push(Buffer.from(data)));
    if (this.socket.writable) this.socket.write(answerOf(Buffer.concat(chunks)));
  }

  #process(message, onRawData) {
    return this.session.database.runExclusive(() => this.session.database.execProtocolRawStream(message, { onRawData }));
  }
}

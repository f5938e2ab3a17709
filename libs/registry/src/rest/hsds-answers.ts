import { Readable } from 'node:stream';
import type { FairShare, Payer } from '@haven/graphql';
import type { Caller } from '@haven/security';
import { HttpException } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { GraphQLError } from 'graphql';
import type { Detail } from '../listing/hsds-pages.js';
import type { Listed, Slice } from '../listing/published-listing.js';
import type { JsonObject } from '../hsds/record.js';
import { linesOf } from './lines.js';
import { pageDocument } from './page-document.js';
import { formatAsked, pageAsked, type Parameters } from './read-parameters.js';
import { sendDocument } from './send-document.js';

/** A request, and whose share of the process it takes. */
export interface Asked {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly payer: Payer;
}

/** Whoever has the token pays: for a service account that is the client. */
export const askedBy = ({ subject }: Caller, request: FastifyRequest, reply: FastifyReply): Asked => ({
  request,
  reply,
  payer: { name: `subject ${subject}`, isKnown: true, connection: request.raw.socket },
});

/** Costs as in the graph: a unit is about a page entry or two milliseconds. */
const searchCost = 10;
const costOfEach: Readonly<Record<Detail, number>> = { MINIMAL: 0.1, ONE_TO_ONE: 0.3, FULL: 1.3 };
const documentCost = 5;
/** All of a list. Its pages wait in line one by one, behind whoever asks for less. */
const wholeListCost = 1_000;

const nothingThere = { code: 'NOT_FOUND', message: 'Nothing is published under this id. Look it up in the list.' };

/** Sends the document of an id within the caller's share, or 404. */
export async function sendOne(share: FairShare, asked: Asked, id: string, read: () => Promise<JsonObject | null>): Promise<void> {
  // No text in the database has this sign, and no query may ask for it.
  const document = id.includes('\0') ? null : await within(share, asked, documentCost, read);
  if (document === null) return void asked.reply.code(404).send(nothingThere);
  sendDocument(asked.request, asked.reply, document);
}

/** Sends a page, or all of the list as lines. */
export async function sendList(
  share: FairShare,
  asked: Asked,
  detail: Detail,
  read: (slice: Slice) => Promise<Listed<JsonObject>>,
): Promise<void> {
  const parameters = asked.request.query as Parameters;
  const costOf = ({ limit }: Slice) => searchCost + limit * costOfEach[detail];
  if (formatAsked(parameters) === 'ndjson') {
    charge(share, asked, wholeListCost);
    const lines = linesOf((slice) => inTurn(share, asked, costOf(slice), () => read(slice)));
    const first = await lines.next();
    return void asked.reply.type('application/x-ndjson; charset=utf-8').send(Readable.from(andThen(first, lines)));
  }
  const page = pageAsked(parameters);
  const listed = await within(share, asked, costOf(page), () => read(page));
  sendDocument(asked.request, asked.reply, pageDocument(page, listed));
}

function within<T>(share: FairShare, asked: Asked, cost: number, work: () => Promise<T>): Promise<T> {
  charge(share, asked, cost);
  return inTurn(share, asked, cost, work);
}

const inTurn = <T>(share: FairShare, { payer, reply }: Asked, cost: number, work: () => Promise<T>): Promise<T> =>
  share.turnOf(payer, { cost, isMutation: false }).then(
    (done) => work().finally(done),
    (over: GraphQLError) => {
      throw tooMuch(over, reply);
    },
  );

function charge(share: FairShare, { payer, reply }: Asked, cost: number): void {
  const over = share.charge(payer, cost);
  if (over) throw tooMuch(over, reply);
}

/** The share says it as an error of a graph. */
function tooMuch({ message, extensions }: GraphQLError, reply: FastifyReply): HttpException {
  void reply.header('retry-after', String(extensions['retryAfterSeconds']));
  return new HttpException({ code: extensions['code'], message }, 429);
}

/** What is known before the first byte is sent can still be an error with its own status. */
async function* andThen<T>(first: IteratorResult<T, void>, rest: AsyncIterable<T>): AsyncGenerator<T> {
  if (first.done) return;
  yield first.value;
  yield* rest;
}

import { Readable } from 'node:stream';
import type { FairShare } from '@haven/graphql';
import { payerOf, type Caller } from '@haven/security';
import { HttpException, Inject, Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { GraphQLError } from 'graphql';
import type { Detail } from '../listing/hsds-pages.js';
import type { Listed, Slice } from '../listing/published-listing.js';
import type { JsonObject } from '../hsds/record.js';
import { HSDS_SHARE } from './hsds-share.js';
import { linesOf } from './lines.js';
import { pageDocument } from './page-document.js';
import { notFoundWithAdvice } from './published-id.pipe.js';
import { formatAsked, pageAsked, type Parameters } from './read-parameters.js';
import { sendDocument } from './send-document.js';

/** The caller, and the reply. */
export interface Asked {
  readonly caller: Caller;
  readonly reply: FastifyReply;
}

/** The same cost units as in GraphQL: a unit is about one page entry or two milliseconds. */
const searchCost = 10;
const costOfEach: Readonly<Record<Detail, number>> = { MINIMAL: 0.1, ONE_TO_ONE: 0.3, FULL: 1.3 };
const documentCost = 5;
/** A whole list. Its pages queue one by one, behind callers who ask for less. */
const wholeListCost = 1_000;

/** Answers a request within the caller's fair share of the process. */
@Injectable()
export class HsdsAnswers {
  constructor(@Inject(HSDS_SHARE) private readonly share: FairShare) {}

  /** Sends one document; null is 404. */
  async one(asked: Asked, read: () => Promise<JsonObject | null>): Promise<void> {
    const document = await this.within(asked, documentCost, read);
    if (document === null) throw notFoundWithAdvice();
    sendDocument(asked.reply, document);
  }

  /** Sends a page, or the whole list as lines. */
  async list(asked: Asked, detail: Detail, read: (slice: Slice) => Promise<Listed<JsonObject>>): Promise<void> {
    const parameters = asked.reply.request.query as Parameters;
    const costOf = ({ limit }: Slice) => searchCost + limit * costOfEach[detail];
    if (formatAsked(parameters) === 'ndjson') {
      this.charge(asked, wholeListCost);
      const lines = linesOf((slice) => this.inTurn(asked, costOf(slice), () => read(slice)));
      const first = await lines.next();
      return void asked.reply.type('application/x-ndjson; charset=utf-8').send(Readable.from(andThen(first, lines)));
    }
    const page = pageAsked(parameters);
    const listed = await this.within(asked, costOf(page), () => read(page));
    sendDocument(asked.reply, pageDocument(page, listed));
  }

  private within<T>(asked: Asked, cost: number, work: () => Promise<T>): Promise<T> {
    this.charge(asked, cost);
    return this.inTurn(asked, cost, work);
  }

  private inTurn<T>(asked: Asked, cost: number, work: () => Promise<T>): Promise<T> {
    return this.share.turnOf(payer(asked), { cost, isMutation: false }).then(
      (done) => work().finally(done),
      (over: GraphQLError) => {
        throw tooMuch(over, asked.reply);
      },
    );
  }

  private charge(asked: Asked, cost: number): void {
    const over = this.share.charge(payer(asked), cost);
    if (over) throw tooMuch(over, asked.reply);
  }
}

const payer = ({ caller, reply }: Asked) => payerOf({ caller, req: reply.request, tokenProblem: null });

/** The fair share reports it as a GraphQL error. */
function tooMuch({ message, extensions }: GraphQLError, reply: FastifyReply): HttpException {
  void reply.header('retry-after', String(extensions['retryAfterSeconds']));
  return new HttpException({ code: extensions['code'], message }, 429);
}

/** An error before the first byte can still have its own status. */
async function* andThen<T>(first: IteratorResult<T, void>, rest: AsyncIterable<T>): AsyncGenerator<T> {
  if (first.done) return;
  yield first.value;
  yield* rest;
}

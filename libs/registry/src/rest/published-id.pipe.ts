import { Injectable, NotFoundException, type PipeTransform } from '@nestjs/common';

/** Answers 404, with advice. */
export const notFoundWithAdvice = (): NotFoundException =>
  new NotFoundException({ code: 'NOT_FOUND', message: 'Nothing is published under this id. Look it up in the list.' });

/** A possible id: no text in the database has a NUL, and a query with one would fail. */
@Injectable()
export class PublishedId implements PipeTransform<string, string> {
  transform(id: string): string {
    if (id.includes('\0')) throw notFoundWithAdvice();
    return id;
  }
}

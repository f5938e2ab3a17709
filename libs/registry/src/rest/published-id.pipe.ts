import { Injectable, NotFoundException, type PipeTransform } from '@nestjs/common';

/** 404, with what to do instead. */
export const nothingThere = (): NotFoundException =>
  new NotFoundException({ code: 'NOT_FOUND', message: 'Nothing is published under this id. Look it up in the list.' });

/** An id that could be one: no text in the database has a NUL, and no query may ask for it. */
@Injectable()
export class PublishedId implements PipeTransform<string, string> {
  transform(id: string): string {
    if (id.includes('\0')) throw nothingThere();
    return id;
  }
}

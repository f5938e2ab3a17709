import { Catch, type ExceptionFilter } from '@nestjs/common';
import { GraphQLError } from 'graphql';
import { ShelterBusy } from '../turns/take-turns.js';

/** Tells the caller that nothing changed and that the call may be repeated. GraphQL treats a returned Error like a thrown one. */
@Catch(ShelterBusy)
export class ShelterBusyFilter implements ExceptionFilter<ShelterBusy> {
  catch({ message }: ShelterBusy): GraphQLError {
    return new GraphQLError(message, { extensions: { code: 'SERVICE_UNAVAILABLE' } });
  }
}

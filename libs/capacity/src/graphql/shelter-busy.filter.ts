import { Catch, type ExceptionFilter } from '@nestjs/common';
import { GraphQLError } from 'graphql';
import { ShelterBusy } from '../turns/take-turns.js';

/** Tells a caller that nothing was done and that the call may be repeated. GraphQL takes an Error that is returned for one that is thrown. */
@Catch(ShelterBusy)
export class ShelterBusyFilter implements ExceptionFilter<ShelterBusy> {
  catch({ message }: ShelterBusy): GraphQLError {
    return new GraphQLError(message, { extensions: { code: 'SERVICE_UNAVAILABLE' } });
  }
}

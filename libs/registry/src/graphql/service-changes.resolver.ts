import { Service } from '@haven/graph-types';
import { type Caller, CurrentCaller, Operation } from '@haven/security';
import { Inject } from '@nestjs/common';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import type { Registry } from '../ports.js';
import { registerService } from '../entries/register-service.js';
import { updateService } from '../entries/update-service.js';
import { verifyService } from '../entries/verify-service.js';
import { withdrawService } from '../entries/withdraw-service.js';
import { REGISTRY } from '../tokens.js';
import { answer, answerOrBadInput } from './answer.js';
import { entryOf } from './entry-of-input.js';
import { RegisterServiceInput, UpdateServiceInput, VerifyServiceInput, WithdrawServiceInput } from './service-inputs.js';
import { RegisterServiceResult, UpdateServiceResult, VerifyServiceResult, WithdrawServiceResult } from './service-types.js';

/** Changes the directory. */
@Resolver(() => Service)
export class ServiceChangesResolver {
  constructor(@Inject(REGISTRY) private readonly registry: Registry) {}

  @Operation('registerService')
  @Mutation(() => RegisterServiceResult)
  async registerService(
    @CurrentCaller() caller: Caller,
    @Args('input', { type: () => RegisterServiceInput }) input: RegisterServiceInput,
  ): Promise<object> {
    return answer(await registerService(this.registry, caller, { ...input, service: entryOf(input.service) }));
  }

  @Operation('updateService')
  @Mutation(() => UpdateServiceResult, { description: 'Answers VersionConflict when expectedVersion is not the stored one.' })
  async updateService(
    @CurrentCaller() caller: Caller,
    @Args('input', { type: () => UpdateServiceInput }) input: UpdateServiceInput,
  ): Promise<object> {
    return answer(await updateService(this.registry, caller, { ...input, service: entryOf(input.service) }));
  }

  @Operation('withdrawService')
  @Mutation(() => WithdrawServiceResult, {
    description: 'Takes the service out of the directory. Its holds are declined and its waitlist entries end.',
  })
  async withdrawService(
    @CurrentCaller() caller: Caller,
    @Args('input', { type: () => WithdrawServiceInput }) input: WithdrawServiceInput,
  ): Promise<object> {
    return answerOrBadInput(await withdrawService(this.registry, caller, input));
  }

  @Operation('verifyService')
  @Mutation(() => VerifyServiceResult, { description: 'Somebody called and the entry is right: sets verifiedAt to now.' })
  async verifyService(
    @CurrentCaller() caller: Caller,
    @Args('input', { type: () => VerifyServiceInput }) input: VerifyServiceInput,
  ): Promise<object> {
    return answerOrBadInput(await verifyService(this.registry, caller, input));
  }
}

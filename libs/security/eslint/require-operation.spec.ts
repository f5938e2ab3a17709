import { RuleTester } from 'eslint';
import tseslint from 'typescript-eslint';
import { requireOperation } from './require-operation.mjs';

const tester = new RuleTester({ languageOptions: { parser: tseslint.parser as never } });
const inClass = (member: string) => `class Resolver { ${member} }`;

tester.run('require-operation', requireOperation, {
  valid: [
    inClass("@Query(() => Report) @Operation('match') match() {}"),
    inClass("@Operation('setBedCounts') @Mutation(() => Pool) setBedCounts() {}"),
    inClass("@Subscription(() => A, { filter }) @Operation('availabilityChanged') availabilityChanged() {}"),
    inClass("@Get('live') @Public('A probe has no token.') live() {}"),
    inClass("@Get('services') @Operation('services') list() {}"),
    inClass('@ResolveField(() => String) text() {}'),
    inClass('plain(@Query() query) {}'),
  ],
  invalid: [
    { code: inClass('@Query(() => Report) match() {}'), errors: [{ messageId: 'operation' }] },
    { code: inClass('@Mutation(() => Pool) setBedCounts() {}'), errors: [{ messageId: 'operation' }] },
    { code: inClass('@Subscription(() => A) availabilityChanged() {}'), errors: [{ messageId: 'operation' }] },
    { code: inClass('@graphql.Query(() => Report) match() {}'), errors: [{ messageId: 'operation' }] },
    { code: inClass("@Query(() => Report) @Public('no') match() {}"), errors: [{ messageId: 'operation' }] },
    { code: inClass("@Get('metrics') metrics() {}"), errors: [{ messageId: 'route' }] },
    { code: inClass("@ResolveReference() @Operation('service') reference() {}"), errors: [{ messageId: 'unguardable' }] },
  ],
});

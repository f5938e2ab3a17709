// Every resolver and route must name its row of the policy. At run time the guard refuses those that name none; this rule tells you while
// you write.

const graphqlEntries = new Set(['Query', 'Mutation', 'Subscription']);
const httpEntries = new Set(['Get', 'Post', 'Put', 'Patch', 'Delete', 'Head', 'Options', 'All', 'Sse', 'Search']);

/** Nest runs no guard for these decorators, so nothing can protect them. */
const unguardable = new Set(['ResolveReference']);

function decoratorName({ expression }) {
  const callee = expression.type === 'CallExpression' ? expression.callee : expression;
  return callee.type === 'MemberExpression' ? callee.property.name : callee.name;
}

function problemOf(names) {
  const has = (name) => names.includes(name);
  if (names.some((name) => unguardable.has(name))) return 'unguardable';
  if (names.some((name) => graphqlEntries.has(name))) return has('Operation') ? null : 'operation';
  if (names.some((name) => httpEntries.has(name))) return has('Operation') || has('Public') ? null : 'route';
  return null;
}

/** @type {import('eslint').Rule.RuleModule} */
export const requireOperation = {
  meta: {
    type: 'problem',
    docs: { description: 'Resolvers and routes name their row of the policy.' },
    schema: [],
    messages: {
      operation:
        "'{{name}}' has no @Operation: nobody could call it. Name its row of libs/security/src/access/policy.ts, as in @Operation('match').",
      route: "'{{name}}' has neither @Operation('…') nor @Public('reason'): nobody could call it.",
      unguardable: "'{{name}}': Nest runs no guard for @ResolveReference. Answer the field from this service's own data instead.",
    },
  },
  create: (context) => ({
    MethodDefinition(node) {
      const messageId = problemOf((node.decorators ?? []).map(decoratorName));
      if (messageId) context.report({ node: node.key, messageId, data: { name: context.sourceCode.getText(node.key) } });
    },
  }),
};

/** ESLint plugin `haven`. */
export default { meta: { name: 'haven' }, rules: { 'require-operation': requireOperation } };

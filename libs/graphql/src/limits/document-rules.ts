import { maxAliasesRule } from '@escape.tech/graphql-armor-max-aliases';
import { maxDepthRule } from '@escape.tech/graphql-armor-max-depth';
import { GraphQLError, type ValidationContext, type ValidationRule } from 'graphql';
import { documentSize } from './document-size.js';
import { aliasesMaximum, depthMaximum } from './numbers.js';

/** A rule that reports our message and lets the other rules continue; by default these libraries throw. */
const saying = (message: string) => ({
  propagateOnRejection: false,
  onReject: [(context: ValidationContext | null) => context?.reportError(new GraphQLError(message))],
});

const depth = maxDepthRule({
  n: depthMaximum,
  flattenFragments: true,
  // Otherwise it would also skip fragments of that name.
  ignoreIntrospection: false,
  ...saying(`The query is nested too deep: at most ${depthMaximum} levels. Split it.`),
});

const aliases = maxAliasesRule({
  n: aliasesMaximum,
  allowList: [],
  ...saying(`The query has too many aliases: at most ${aliasesMaximum}. Split it.`),
});

/** Limits on a document, for any schema. */
export const documentRules = [documentSize, depth, aliases] as readonly unknown[] as readonly ValidationRule[];

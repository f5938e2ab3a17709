import { describe, expect, it } from '@jest/globals';
import { GraphQLError } from 'graphql';
import { lineOf, namesIn } from './log.js';

describe('a line of the log', () => {
  it('tells of an error its code and the service, and nothing that a request holds', () => {
    const request = { body: '{"variables":{"person":{"age":15}}}' };
    const error = new GraphQLError('got invalid value 15', {
      extensions: { code: 'SUBREQUEST_HTTP_ERROR', serviceName: 'matching', request },
    });
    const line = JSON.parse(lineOf('error', namesIn(error))) as object;
    expect(line).toMatchObject({ level: 50, service: 'gateway', code: 'SUBREQUEST_HTTP_ERROR', of: 'matching' });
    expect(JSON.stringify(line)).not.toContain('15}');
    expect(JSON.stringify(line)).not.toContain('invalid value');
  });

  it('tells of the unforeseen where it happened', () => {
    expect(JSON.parse(lineOf('error', namesIn(new TypeError('secret'))))).toMatchObject({
      name: 'TypeError',
      at: expect.stringContaining('log.spec'),
    });
  });
});

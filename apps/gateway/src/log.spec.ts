import { describe, expect, it } from '@jest/globals';
import { GraphQLError } from 'graphql';
import { lineOf, namesIn } from './log.js';

describe('a line of the log', () => {
  it('contains for an error its code and the service, and nothing of the request', () => {
    const request = { body: '{"variables":{"person":{"age":15}}}' };
    const error = new GraphQLError('got invalid value 15', {
      extensions: { code: 'SUBREQUEST_HTTP_ERROR', serviceName: 'matching', request },
    });
    const line = JSON.parse(lineOf('error', namesIn(error))) as object;
    expect(line).toMatchObject({ level: 50, service: 'gateway', code: 'SUBREQUEST_HTTP_ERROR', of: 'matching' });
    expect(JSON.stringify(line)).not.toContain('15}');
    expect(JSON.stringify(line)).not.toContain('invalid value');
  });

  it('says where an unexpected error happened', () => {
    expect(JSON.parse(lineOf('error', namesIn(new TypeError('secret'))))).toMatchObject({
      name: 'TypeError',
      at: expect.stringContaining('log.spec'),
    });
  });
});

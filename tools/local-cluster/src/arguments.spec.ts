import { describe, expect, it } from '@jest/globals';
import { parseArguments } from './arguments.js';
import { ClusterProblem } from './problem.js';

describe('arguments', () => {
  it('has a default for everything', () => {
    expect(parseArguments([], '/here')).toEqual({
      port: 4000,
      dataDirectory: '/here/.haven-cluster',
      brokers: null,
      demo: true,
      identity: 'issuer',
      help: false,
    });
  });

  it('resolves a relative directory from the current one', () => {
    const words = ['--port', '4100', '--data', 'there', '--brokers', '3', '--no-demo', '--identity', 'keycloak'];
    const given = { port: 4100, dataDirectory: '/here/there', brokers: 3, demo: false, identity: 'keycloak', help: false };
    expect(parseArguments(words, '/here')).toEqual(given);
    expect(parseArguments(['--data', '/there'], '/here').dataDirectory).toBe('/there');
  });

  it.each([
    [['--port', '0'], /--port takes/],
    [['--port', '65536'], /--port takes/],
    [['--port', '4e3'], /--port takes/],
    [['--brokers', '2'], /--brokers takes 1 or 3/],
    [['--identity', 'okta'], /--identity takes issuer or keycloak/],
    [['--data', ''], /--data takes/],
    [['--prot', '4000'], /--prot.*\n\nnpm run cluster/s],
    [['4000'], /4000/],
  ])('refuses %j and lists the options', (words, text) => {
    const read = () => parseArguments(words, '/here');
    expect(read).toThrow(ClusterProblem);
    expect(read).toThrow(text);
  });
});

import { Agent, request } from 'node:http';

/** Posts GraphQL over so many persistent connections; returns the body. */
export function poster(url, token, connections = 1) {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const authorization = token ? { authorization: `Bearer ${token}` } : {};
  return (body) =>
    new Promise((resolve, reject) => {
      const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body), ...authorization };
      const sent = request(`${url}/graphql`, { method: 'POST', agent, headers }, (answer) => {
        const parts = [];
        answer.on('data', (part) => parts.push(part));
        answer.on('end', () => resolve(Buffer.concat(parts).toString()));
      });
      sent.on('error', reject);
      sent.end(body);
    });
}

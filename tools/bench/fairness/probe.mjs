// Measures what others wait meanwhile, in a thread of its own, so that the bench itself delays nothing: for /health/live, which shows what
// holds up the process, and for a service, which shows what holds up the database.
import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';

const pauseMilliseconds = { live: 2, read: 25 };
const query = '{ services(first: 1) { edges { node { id } } } }';

/** Asks again and again. `longest(work)` returns the longest waits in milliseconds during the work, and the work's result. */
export async function startProbe(url, tokenOf) {
  const worker = new Worker(new URL(import.meta.url), { workerData: url });
  const told = async (what) => {
    worker.postMessage({ what, token: await tokenOf('reader') });
    return (await once(worker, 'message'))[0];
  };
  return {
    longest: async (work) => {
      await told('begin');
      const answer = await work();
      return { ...(await told('end')), answer };
    },
    stop: () => worker.terminate(),
  };
}

function measure(url) {
  let token = null;
  const live = keepAsking(() => ask(`${url}/health/live`, 'GET', {}), pauseMilliseconds.live);
  const read = keepAsking(async () => {
    if (token === null) return;
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    await ask(`${url}/graphql`, 'POST', headers, JSON.stringify({ query }));
  }, pauseMilliseconds.read);
  parentPort.on('message', async (message) => {
    token = message.token;
    if (message.what === 'begin') [live, read].forEach((one) => one.begin());
    const [wait, readWait] = message.what === 'end' ? await Promise.all([live.end(), read.end()]) : [];
    parentPort.postMessage({ wait, readWait });
  });
}

/** `end` resolves with the longest wait since `begin`. The request in progress counts: it may be the one that waits. */
function keepAsking(askOnce, pause) {
  let longest = 0;
  let end = null;
  void (async () => {
    for (;;) {
      const from = performance.now();
      await askOnce();
      longest = Math.max(longest, performance.now() - from);
      end?.(longest);
      end = null;
      await sleep(pause);
    }
  })();
  return { begin: () => (longest = 0), end: () => new Promise((resolve) => (end = resolve)) };
}

const agent = new Agent({ keepAlive: true });

const ask = (url, method, headers, body) =>
  new Promise((resolve, reject) => {
    request(url, { agent, method, headers }, (answer) => answer.resume().once('end', resolve))
      .once('error', reject)
      .end(body);
  });

if (!isMainThread && workerData) measure(workerData);

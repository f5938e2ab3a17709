// Measures the wait for /health/live in its own thread, so that the bench itself delays nothing.
import { once } from 'node:events';
import { Agent, get } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';

const pauseMilliseconds = 2;

/** Asks again and again. `longest(work)` returns the longest wait in milliseconds during the work, and the work's result. */
export async function startProbe(url) {
  const worker = new Worker(new URL(import.meta.url), { workerData: url });
  const told = async (what) => {
    worker.postMessage(what);
    return (await once(worker, 'message'))[0];
  };
  return {
    longest: async (work) => {
      await told('begin');
      const answer = await work();
      return { wait: await told('end'), answer };
    },
    stop: () => worker.terminate(),
  };
}

async function measure(url) {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  let longest = 0;
  let end = null;
  parentPort.on('message', (what) => {
    if (what === 'begin') [longest, end] = [0, null];
    // The request in progress counts: it may be the one that waits.
    if (what === 'end') end = () => parentPort.postMessage(longest);
    else parentPort.postMessage(null);
  });
  for (;;) {
    const from = performance.now();
    await live(url, agent);
    longest = Math.max(longest, performance.now() - from);
    end?.();
    end = null;
    await sleep(pauseMilliseconds);
  }
}

function live(url, agent) {
  return new Promise((resolve, reject) => {
    get(`${url}/health/live`, { agent }, (answer) => answer.resume().once('end', resolve)).once('error', reject);
  });
}

if (!isMainThread && workerData) await measure(workerData);

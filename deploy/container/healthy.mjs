// Exit code 0: the server of this container is live. Used by HEALTHCHECK: the image has no curl.
const port = process.env.PORT ?? '4000';
const answer = await fetch(`http://127.0.0.1:${port}/health/live`, { signal: AbortSignal.timeout(4000) }).catch(() => null);
process.exit(answer?.ok ? 0 : 1);

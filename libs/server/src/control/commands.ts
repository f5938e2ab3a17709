import type { ControlMessage, ControlRequest } from '@haven/config';

/** Sends one line of the answer. Resolves when there is room for the next. */
export type Tell = (message: ControlMessage) => Promise<void>;

/** Runs one command for the `haven` command line and streams its messages back. */
export type RunCommand = (request: ControlRequest, tell: Tell) => Promise<void>;

/** The commands of a process, by name. */
export type Commands = {
  readonly [name in ControlRequest['command']]?: (request: Extract<ControlRequest, { command: name }>, tell: Tell) => Promise<void>;
};

/** Finds the command of a request. Rejects if this process does not have it. */
export const runOf =
  (commands: Commands): RunCommand =>
  async (request, tell) => {
    const run = commands[request.command] as RunCommand | undefined;
    if (!run) throw new Error(`This process has no command "${request.command}". Ask the process that owns the data.`);
    return run(request, tell);
  };

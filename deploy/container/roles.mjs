const services = ['registry', 'capacity', 'matching'];

/** What can be run by its name alone: the program and the arguments that it always gets. */
const programs = {
  standalone: ['apps/standalone/dist/main.js'],
  issuer: ['apps/issuer/dist/main.js'],
  haven: ['apps/cli/dist/main.js'],
  gateway: ['node_modules/@graphql-hive/gateway/dist/bin.js', 'supergraph', '-c', 'apps/gateway/gateway.config.ts'],
  ...Object.fromEntries(services.map((name) => [name, [`apps/${name}/dist/main.js`]])),
};

/**
 * Program and arguments of a role, or null where there is no such role. `migrate SERVICE` changes the tables of a service
 * and ends.
 * @param {string | undefined} role
 * @param {readonly string[]} rest
 * @returns {string[] | null}
 */
export function programOf(role, rest) {
  if (role === 'migrate') return services.includes(rest[0]) ? [...programs[rest[0]], '--migrate', ...rest.slice(1)] : null;
  return Object.hasOwn(programs, role ?? '') ? [...programs[role], ...rest] : null;
}

/** The roles, for the person who named another one. */
export const roleNames = [...Object.keys(programs), ...services.map((name) => `migrate ${name}`)];

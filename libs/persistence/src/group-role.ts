/**
 * SQL that makes a role without login and lets the migrating one take it. Where a superuser made both beforehand it does
 * nothing, so migrations run under a role that may make no others.
 */
export const groupRole = (name: string): readonly string[] => [
  `DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '${name}') THEN CREATE ROLE ${name} NOLOGIN; END IF;
   EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$`,
  `DO $$ BEGIN IF NOT pg_has_role(CURRENT_USER, '${name}', 'MEMBER') THEN GRANT ${name} TO CURRENT_USER; END IF; END $$`,
];

/**
 * SQL that makes a role without login and lets the migrating role take it. If a superuser made both beforehand it does nothing, so the
 * migrating role need not be able to make roles.
 */
export const groupRole = (name: string): readonly string[] => [
  `DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '${name}') THEN CREATE ROLE ${name} NOLOGIN; END IF;
   EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$`,
  `DO $$ BEGIN IF NOT pg_has_role(CURRENT_USER, '${name}', 'MEMBER') THEN GRANT ${name} TO CURRENT_USER; END IF; END $$`,
];

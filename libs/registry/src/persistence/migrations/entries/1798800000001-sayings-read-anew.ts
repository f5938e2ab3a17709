import type { MigrationInterface, QueryRunner } from 'typeorm';
import { derivedId } from '../../../hsds/derived-id.js';
import { havenCode, workedOutLabel } from '../../../hsds/haven-attributes.js';
import { readAdmission } from '../../../meaning/admission/admission-sayings.js';
import { digestOf } from '../../../hsds/record-digest.js';
import { lookAtAllAnew } from '../statements.js';

interface WorkedOut {
  readonly id: string;
  readonly text: string | null;
  readonly attributes: readonly { readonly id: string; readonly value: string }[] | null;
}

// If any clause is not worked out, the service states its own rule, which stays.
const page = `WITH page AS (SELECT id, eligibility_description AS text FROM registry.service WHERE id > $1 ORDER BY id LIMIT 1000)
  SELECT page.id, page.text, clauses.attributes FROM page LEFT JOIN LATERAL (
    SELECT jsonb_agg(jsonb_build_object('id', a.id, 'value', a.value) ORDER BY l.position) AS attributes FROM registry.hsds_link l
      JOIN registry.attribute a ON a.id = l.child_id
      JOIN registry.hsds_link of_term ON of_term.parent_object = 'attribute' AND of_term.parent_id = a.id AND of_term.property = 'taxonomy_term'
      JOIN registry.taxonomy_term term ON term.id = of_term.child_id AND term.code = '${havenCode.person}'
      WHERE l.parent_object = 'service' AND l.parent_id = page.id AND l.property = 'attributes' AND l.child_object = 'attribute'
      HAVING bool_and(a.label IS NOT DISTINCT FROM '${workedOutLabel}')) clauses ON true
  ORDER BY page.id`;

/** Copies the links and the source of an existing clause to new clauses, `n` positions after it. */
const like = `WITH given AS (SELECT * FROM json_to_recordset($1::json) AS given (model text, n integer, id text, value text, digest text)),
  stored AS (INSERT INTO registry.attribute (id, link_id, link_type, link_entity, value, label, haven_source, haven_digest, haven_extra, haven_origin)
    SELECT given.id, a.link_id, a.link_type, a.link_entity, given.value, a.label, a.haven_source, given.digest, a.haven_extra, a.haven_origin
    FROM given JOIN registry.attribute a ON a.id = given.model ON CONFLICT DO NOTHING)
  INSERT INTO registry.hsds_link (parent_object, parent_id, property, child_object, child_id, position)
    SELECT l.parent_object, l.parent_id, l.property, 'attribute', given.id, l.position + given.n
      FROM given JOIN registry.hsds_link l ON l.child_object = 'attribute' AND l.child_id = given.model
    UNION ALL SELECT 'attribute', given.id, l.property, l.child_object, l.child_id, l.position
      FROM given JOIN registry.hsds_link l ON l.parent_object = 'attribute' AND l.parent_id = given.model
    ON CONFLICT DO NOTHING`;

const remove = `WITH gone AS (DELETE FROM registry.attribute WHERE id = ANY($1::text[]) RETURNING id)
  DELETE FROM registry.hsds_link l USING gone
    WHERE (l.child_object, l.child_id) = ('attribute', gone.id) OR (l.parent_object, l.parent_id) = ('attribute', gone.id)`;

/**
 * "Girls only" admitted a woman of 30 without a question. This reads the texts again from which an import derived a rule; people whom they
 * leave open are asked about. Rules that a directory or a person here stated stay. A text that says more than the age limits beside it is
 * asked about too. The next start checks every service again, and publishes those that changed.
 */
export class SayingsReadAnew1798800000001 implements MigrationInterface {
  readonly name = 'SayingsReadAnew1798800000001';

  async up(runner: QueryRunner): Promise<void> {
    for (let after: string | undefined = ''; after !== undefined;) {
      const services = (await runner.query(page, [after])) as WorkedOut[];
      await readAnew(runner, services);
      after = services.at(-1)?.id;
    }
    await runner.query(lookAtAllAnew);
  }

  /** There is no reason to restore them. */
  async down(): Promise<void> {}
}

async function readAnew(runner: QueryRunner, services: readonly WorkedOut[]): Promise<void> {
  const changes = services.map(changeOf).filter(({ gone, added }) => gone.length + added.length > 0);
  if (changes.length === 0) return;
  await runner.query(like, [JSON.stringify(changes.flatMap(({ added }) => added))]);
  await runner.query(remove, [changes.flatMap(({ gone }) => gone)]);
}

function changeOf({ id: serviceId, text, attributes }: WorkedOut) {
  const model = attributes?.[0]?.id;
  if (!attributes || model === undefined) return { serviceId, gone: [], added: [] };
  const values = (text === null ? null : readAdmission(text).clauses)?.map((clause) => JSON.stringify(clause)) ?? [];
  const added = values
    .map((value, n) => ({
      model,
      n,
      id: derivedId('attribute', 'service', serviceId, havenCode.person, value),
      value,
      digest: digest(serviceId, value),
    }))
    .filter(({ value }) => !attributes.some((known) => known.value === value));
  return { serviceId, gone: attributes.filter(({ value }) => !values.includes(value)).map(({ id }) => id), added };
}

const digest = (serviceId: string, value: string): string =>
  digestOf({ link_entity: 'service', link_id: serviceId, value, label: workedOutLabel });

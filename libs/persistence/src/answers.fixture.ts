import { randomBytes } from 'node:crypto';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { answerKeyRow, answerKeyTable, groupRole, idempotencyIndex, idempotencyTable, keptByOrganization } from './index.js';

/** Stored answers of schema `desk` as the previous version stores them: by subject, with the key. */
export class Answers implements MigrationInterface {
  readonly name = 'Answers1790000000001';
  async up(runner: QueryRunner): Promise<void> {
    const keys = [...groupRole('haven_desk'), ...answerKeyTable('desk', 'haven_desk')];
    for (const sql of [idempotencyTable('desk'), idempotencyIndex('desk'), ...keys]) await runner.query(sql);
    await runner.query(answerKeyRow('desk'), [randomBytes(32)]);
  }
  async down(): Promise<void> {}
}

/** The same as this version stores them. */
export class ByOrganization implements MigrationInterface {
  readonly name = 'ByOrganization1790000000002';
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of keptByOrganization('desk')) await runner.query(sql);
  }
  async down(): Promise<void> {}
}

// @ts-check

/**
 * Times are ISO 8601 text in UTC, which sorts and compares the same way in
 * SQLite and PostgreSQL; structured values are JSON text.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('aiops_plans', table => {
    table.string('id', 100).primary();
    table.string('hash', 128).notNullable().comment('Of the agreement');
    table
      .string('state', 20)
      .notNullable()
      .comment('proposed, confirmed, dismissed or replaced');
    table.string('requester', 255).notNullable();
    table.string('conversation_id', 100);
    table.text('record').notNullable().comment('The plan as it was made, JSON');
    table.string('change_id', 30).comment('The request that it became');
    table.string('created_at', 30).notNullable();
    table.string('expires_at', 30).notNullable();
    table.index(['conversation_id', 'state']);
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('aiops_plans');
};

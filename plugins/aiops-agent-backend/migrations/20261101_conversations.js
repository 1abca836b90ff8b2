// @ts-check

/**
 * Conversations belong to one person each. Times are ISO 8601 text in UTC;
 * structured values are JSON text.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('conversations', table => {
    table.string('id', 64).primary();
    table.string('owner', 255).notNullable().comment('User ref');
    table.string('title', 200).notNullable();
    table.string('entity_ref', 300).comment('The page it began on');
    table.text('state').notNullable().comment('What it waits for, JSON');
    table.integer('version').notNullable().comment('Grows with every turn');
    table.string('busy_until', 30).comment('A turn is being answered');
    table.string('created_at', 30).notNullable();
    table.string('updated_at', 30).notNullable();
    table.index(['owner', 'updated_at']);
  });

  await knex.schema.createTable('messages', table => {
    table.string('id', 64).primary();
    table
      .string('conversation_id', 64)
      .notNullable()
      .references('id')
      .inTable('conversations')
      .onDelete('CASCADE');
    table.integer('position').notNullable();
    table.string('role', 20).notNullable();
    table.text('text').notNullable().comment('Markdown');
    table.text('body').notNullable().comment('Boxes, rows, links, …, JSON');
    table.string('plan_id', 100).comment('Shown as it is when it is read');
    table.string('change_id', 30).comment('Shown as it is when it is read');
    table.string('at', 30).notNullable();
    table.unique(['conversation_id', 'position']);
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('messages');
  await knex.schema.dropTable('conversations');
};

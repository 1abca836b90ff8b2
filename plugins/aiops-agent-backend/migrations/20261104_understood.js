// @ts-check

/**
 * How each message was understood, and whether its answer helped, by the
 * answer's id. Both go with their conversation.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('understood', table => {
    table.increments('id');
    ofMessage(table);
    table.string('at', 30).notNullable().comment('When it was said');
    table.string('engine', 60).notNullable().index();
    table.string('intent', 100);
    table.text('params').notNullable().comment('As understood, JSON');
    table.float('confidence').notNullable().index().comment('0 to 1');
    table.float('took_ms').notNullable();
    table.boolean('in_dialogue').notNullable().comment('Something waited');
    table.text('context').notNullable().comment('What was known, JSON');
    table.string('meant_intent', 100).comment('By an admin');
    table.text('meant_params').comment('By an admin, JSON');
  });

  await knex.schema.createTable('feedback', table => {
    ofMessage(table);
    table.string('verdict', 10).notNullable().index().comment('up or down');
    table.string('comment', 500);
    table.string('at', 30).notNullable();
  });
};

/** @param {import('knex').Knex.CreateTableBuilder} table */
function ofMessage(table) {
  table
    .string('message_id', 64)
    .notNullable()
    .unique()
    .references('id')
    .inTable('messages')
    .onDelete('CASCADE')
    .comment('The answer');
}

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('feedback');
  await knex.schema.dropTable('understood');
};

// @ts-check

/**
 * Times are ISO 8601 text in UTC, which sorts and compares the same way in
 * SQLite and PostgreSQL; structured values are JSON text.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('change_counters', table => {
    table.string('name', 50).primary();
    table.integer('value').notNullable();
  });
  // The first request is REQ-1001.
  await knex('change_counters').insert({ name: 'request', value: 1000 });

  await knex.schema.createTable('change_requests', table => {
    table.string('id', 30).primary().comment('REQ-1042');
    table.integer('number').notNullable().unique();
    table.integer('version').notNullable().comment('Grows with every step');
    table.string('state', 30).notNullable().index();
    table.string('requester', 255).notNullable().index();
    table.string('requester_name', 255).notNullable();
    table.string('team', 255).notNullable().index();
    table.string('intent', 100).notNullable().comment('First intent of it');
    table.string('plan_id', 100).notNullable().unique();
    table.string('plan_hash', 128).notNullable();
    table.text('reason').comment('The words it was asked with');
    table.text('record').notNullable().comment('The plan as it is written');
    table.integer('approvals_needed').notNullable();
    table.text('approvers').notNullable().comment('Refs and names, JSON');
    table
      .boolean('writing')
      .notNullable()
      .comment('A push may be under way: too late to take it back');
    table.string('commit_sha', 64).index();
    table.text('detail').comment('What it waits for, for people');
    table.text('times').notNullable().comment('When each step was done, JSON');
    table.text('failure').comment('Message, advice and details, JSON');
    table.string('next_plan_id', 100).comment('Proposed where this one failed');
    table.string('undoes', 30).index();
    table.string('undone_by', 30);
    table.string('follows', 30).index().comment('The deletion it completes');
    table.integer('attempts').notNullable();
    table.string('created_at', 30).notNullable();
    table.string('updated_at', 30).notNullable();
    table.string('state_since', 30).notNullable();
    table.string('deadline', 30).comment('When this state has taken too long');
    table.string('waiting_since', 30).comment('The clock of it stands still');
    table.string('started_at', 30);
    table.string('live_at', 30);
    table.string('lease_owner', 100);
    table.string('lease_until', 30);
    table.index(['intent', 'live_at']);
  });

  await knex.schema.createTable('change_approvals', table => {
    table.string('change_id', 30).notNullable();
    table.string('by', 255).notNullable();
    table.string('by_name', 255).notNullable();
    table.string('decision', 20).notNullable();
    table.string('hash', 128).notNullable();
    table.text('reason');
    table.string('at', 30).notNullable();
    table.primary(['change_id', 'by']);
  });

  await knex.schema.createTable('audit_events', table => {
    table.increments('id');
    table.string('at', 30).notNullable();
    table.string('event', 100).notNullable();
    table.string('actor', 255).notNullable();
    table.string('subject', 255).notNullable().index();
    table.text('meta').notNullable();
  });

  await knex.schema.createTable('credential_reveals', table => {
    table.string('environment', 253).notNullable();
    table.string('name', 253).notNullable();
    table.string('user_ref', 255).notNullable();
    table.string('user_name', 255).notNullable();
    table.string('at', 30).notNullable();
    table.primary(['environment', 'name', 'user_ref']);
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('credential_reveals');
  await knex.schema.dropTable('audit_events');
  await knex.schema.dropTable('change_approvals');
  await knex.schema.dropTable('change_requests');
  await knex.schema.dropTable('change_counters');
};

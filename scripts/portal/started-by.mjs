/** Whether the command was typed as `yarn …` rather than `npm …`. */
export function startedByYarn() {
  return /^yarn\//.test(process.env.npm_config_user_agent ?? '');
}

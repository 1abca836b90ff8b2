export { createCost, type Cost } from './cost';
export { formatMoney, formatMonthly, roundMoney } from './money';
export {
  PRICES_FILE,
  priceOf,
  readPriceBook,
  type Price,
  type PriceBook,
} from './prices';
export { BUDGETS_FILE, readBudget } from './budgets';

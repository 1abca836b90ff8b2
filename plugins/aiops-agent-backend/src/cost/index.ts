export { createCost, type Cost } from './cost';
export { formatMoney } from './money';
export { type Price, type PriceBook } from './prices';

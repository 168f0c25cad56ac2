import {
  type Table,
  codeColumn,
  countColumn,
  flagColumn,
  numberColumn,
  sampleTable,
  textColumn,
  timeColumn,
} from './table.ts';

const customer = codeColumn('CUSTOMER_ID', 'C');
const order = codeColumn('ORDER_ID', 'O');
const product = codeColumn('PRODUCT_ID', 'P');
const store = codeColumn('STORE_ID', 'S');
const device = codeColumn('DEVICE_ID', 'D');
const currency = textColumn('CURRENCY', ['EUR', 'EUR', 'USD', 'GBP']);

/** The tables of every Phoenix connection: those of a retailer, of its shop sensors and of its web shop. */
export const sampleTables: readonly Table[] = [
  sampleTable('RETAIL', 'CUSTOMERS', [
    customer,
    textColumn('FIRST_NAME', ['Amara', 'Jonas', 'Mei', 'Luca', 'Sofia', 'Noah', 'Ines']),
    textColumn('LAST_NAME', ['Okafor', 'Lindberg', 'Tanaka', 'Moretti', 'Novak', 'Dubois']),
    textColumn('EMAIL', ['amara@example.com', 'jonas@example.com', 'mei@example.com', 'luca@example.com']),
    textColumn('COUNTRY', ['NG', 'SE', 'JP', 'IT', 'SI', 'FR']),
    flagColumn('MARKETING_OPT_IN', 3),
    timeColumn('CREATED_AT', '2023-01-09T08:15:00Z', 4310),
  ]),
  sampleTable('RETAIL', 'ORDERS', [
    order,
    customer,
    store,
    numberColumn('TOTAL', 8, 240),
    currency,
    textColumn('STATUS', ['SHIPPED', 'PAID', 'DELIVERED', 'CANCELLED']),
    timeColumn('ORDERED_AT', '2024-03-01T09:30:00Z', 97),
  ]),
  sampleTable('RETAIL', 'ORDER_ITEMS', [
    order,
    countColumn('LINE_NUMBER', 1, 5),
    product,
    countColumn('QUANTITY', 1, 6),
    numberColumn('UNIT_PRICE', 2, 90),
  ]),
  sampleTable('RETAIL', 'PRODUCTS', [
    product,
    textColumn('NAME', ['Rain jacket', 'Trail shoes', 'Water bottle', 'Head torch', 'Day pack']),
    textColumn('CATEGORY', ['Clothing', 'Footwear', 'Equipment', 'Equipment', 'Bags']),
    numberColumn('PRICE', 9, 180),
    currency,
    flagColumn('IN_STOCK', 4),
  ]),
  sampleTable('RETAIL', 'STORES', [
    store,
    textColumn('CITY', ['Berlin', 'Lyon', 'Torino', 'Malmö', 'Ljubljana']),
    textColumn('COUNTRY', ['DE', 'FR', 'IT', 'SE', 'SI']),
    numberColumn('LATITUDE', 43, 13),
    numberColumn('LONGITUDE', 4, 15),
  ]),
  sampleTable('RETAIL', 'LOYALTY_ACCOUNTS', [
    codeColumn('ACCOUNT_ID', 'L'),
    customer,
    textColumn('TIER', ['BRONZE', 'SILVER', 'GOLD']),
    countColumn('POINTS', 0, 4200),
    timeColumn('JOINED_AT', '2023-02-14T12:00:00Z', 2880),
  ]),
  sampleTable('TELEMETRY', 'DEVICES', [
    device,
    store,
    textColumn('MODEL', ['TH-200', 'TH-200', 'DOOR-1', 'BEACON-3']),
    textColumn('FIRMWARE', ['2.4.1', '2.4.0', '1.9.7']),
    flagColumn('ONLINE', 5),
  ]),
  sampleTable('TELEMETRY', 'READINGS', [
    device,
    timeColumn('READ_AT', '2024-05-02T00:00:00Z', 5),
    numberColumn('TEMPERATURE', 17, 6),
    numberColumn('HUMIDITY', 35, 30),
    countColumn('BATTERY_PERCENT', 40, 100),
  ]),
  sampleTable('TELEMETRY', 'ALERTS', [
    codeColumn('ALERT_ID', 'A'),
    device,
    textColumn('SEVERITY', ['INFO', 'WARNING', 'CRITICAL']),
    textColumn('MESSAGE', ['Battery low', 'Temperature high', 'No reading for 30 minutes']),
    flagColumn('ACKNOWLEDGED', 2),
    timeColumn('RAISED_AT', '2024-05-02T03:20:00Z', 43),
  ]),
  sampleTable('TELEMETRY', 'FOOTFALL', [
    store,
    timeColumn('HOUR_START', '2024-05-02T09:00:00Z', 60),
    countColumn('VISITORS', 3, 210),
  ]),
  sampleTable('WEB', 'PAGE_VIEWS', [
    codeColumn('SESSION_ID', 'W'),
    customer,
    textColumn('URL_PATH', ['/', '/jackets', '/jackets/rain', '/cart', '/checkout']),
    textColumn('REFERRER', ['newsletter', 'search', 'direct']),
    timeColumn('VIEWED_AT', '2024-05-02T10:00:00Z', 2),
  ]),
  sampleTable('WEB', 'CARTS', [
    codeColumn('CART_ID', 'K'),
    codeColumn('SESSION_ID', 'W'),
    countColumn('ITEMS', 1, 9),
    numberColumn('VALUE', 5, 320),
    flagColumn('ABANDONED', 2),
  ]),
];

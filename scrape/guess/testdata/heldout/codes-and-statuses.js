export default [
  { code: "KEY_MISSING", http_status_code: 400 },
  { code: "KEY_OLD", http_status_code: 401 },
  { code: "LOCK_GONE", http_status_code: 404 },
  { code: "LOCK_JAM", http_status_code: 500 },
];

package matrix

// Records of data, and files of keys and texts.
var dataForms = []form{
	{name: "json-list", extension: "json", dialect: "quoted", begin: "[\n", row: "  {\"code\": \"{code}\", ‹\"name\": \"{key}\", ›\"description\": \"{text}\"}", between: ",\n", end: "\n]"},
	{name: "json-nested", extension: "json", dialect: "quoted", begin: "{\"version\": \"2.0\", \"data\": {\"items\": [\n", row: "  {\"id\": \"{code}\", ‹\"symbol\": \"{key}\", ›\"message\": \"{text}\"}", between: ",\n", end: "\n]}}"},
	{name: "json-map", extension: "json", dialect: "quoted", takes: keyless, begin: "{\n", row: "  \"{code}\": \"{text}\"", between: ",\n", end: "\n}"},
	{name: "json-map-of-objects", extension: "json", dialect: "quoted", begin: "{\"entries\": {\n", row: "  \"{code}\": {‹\"name\": \"{key}\", ›\"text\": \"{text}\"}", between: ",\n", end: "\n}}"},
	{name: "json-numbers", extension: "json", dialect: "quoted", takes: decimals, begin: "{\"errors\": [\n", row: "  {‹\"name\": \"{key}\", ›\"code\": {code}, \"message\": \"{text}\"}", between: ",\n", end: "\n]}"},
	{name: "json-arrays", extension: "json", dialect: "quoted", begin: "[\n", row: "  [\"{code}\", ‹\"{key}\", ›\"{text}\"]", between: ",\n", end: "\n]"},
	{name: "json-lines", extension: "jsonl", dialect: "quoted", row: "{\"code\": \"{code}\", ‹\"name\": \"{key}\", ›\"description\": \"{text}\"}\n"},
	{name: "json-schema", extension: "json", dialect: "quoted", takes: keyless, begin: "{\"$schema\": \"https://json-schema.org/draft/2020-12/schema\", \"title\": \"Code\", \"oneOf\": [\n", row: "  {\"const\": \"{code}\", \"description\": \"{text}\"}", between: ",\n", end: "\n]}"},
	{name: "yaml-list", extension: "yaml", dialect: "quoted", holds: wrapped, wrap: "    ", begin: "codes:\n", row: "- code: \"{code}\"\n  ‹name: {key}\n  ›description: \"{text}\"\n"},
	{name: "yaml-folded", extension: "yaml", dialect: "rows", holds: wrapped, wrap: "    ", row: "- id: '{code}'\n  ‹symbol: {key}\n  ›message: >-\n    {text}\n"},
	{name: "yaml-map", extension: "yaml", dialect: "quoted", takes: keyless, begin: "messages:\n", row: "  \"{code}\": \"{text}\"\n"},
	{name: "yaml-map-of-maps", extension: "yaml", dialect: "quoted", row: "\"{code}\":\n  ‹name: {key}\n  ›description: \"{text}\"\n"},
	{name: "yaml-openapi", extension: "yaml", dialect: "quoted", takes: keyless, begin: "openapi: 3.1.0\ninfo: {title: API, version: 1.0.0}\npaths: {}\ncomponents:\n  schemas:\n    Code:\n      type: string\n      oneOf:\n", row: "      - const: \"{code}\"\n        description: \"{text}\"\n"},
	{name: "xml-elements", extension: "xml", dialect: "xml", holds: wrapped, begin: "<entries>\n", row: "<entry><code>{code}</code>‹<name>{key}</name>›<description>{text}</description></entry>\n", end: "</entries>"},
	{name: "xml-attributes", extension: "xml", dialect: "xml", begin: "<codes version=\"2.0\">\n", row: "<code value=\"{code}\"‹ name=\"{key}\"› description=\"{text}\"/>\n", end: "</codes>"},
	{name: "xml-content", extension: "xml", dialect: "xml", holds: wrapped, begin: "<messages><list>\n", row: "<message id=\"{code}\"‹ symbol=\"{key}\"›>{text}</message>\n", end: "</list></messages>"},
	{name: "xml-fields", extension: "xml", dialect: "xml", holds: wrapped, begin: "<table>\n", row: "<row><field name=\"code\">{code}</field>‹<field name=\"name\">{key}</field>›<field name=\"text\">{text}</field></row>\n", end: "</table>"},
	{name: "properties", extension: "properties", dialect: "rows", takes: keyless, row: "{code}={text}\n"},
	{name: "ini", extension: "ini", dialect: "rows", takes: keyless, begin: "[messages]\n", row: "{code} = {text}\n"},
	{name: "strings", extension: "strings", dialect: "quoted", takes: keyless, row: "\"{code}\" = \"{text}\";\n"},
	{name: "gettext", extension: "po", dialect: "quoted", takes: keyless, begin: "msgid \"\"\nmsgstr \"\"\n\"Content-Type: text/plain; charset=UTF-8\\n\"\n\n", row: "#: shop.c:{n}\nmsgid \"{code}\"\nmsgstr \"{text}\"\n\n"},
}

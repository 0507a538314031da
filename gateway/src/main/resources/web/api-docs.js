// Shows the description of this server; asks no other, and keeps no key once the page is closed.
SwaggerUIBundle({
  url: "/api/v1/openapi.json",
  dom_id: "#docs",
  deepLinking: true,
  docExpansion: "none",
  filter: true,
  persistAuthorization: false,
  queryConfigEnabled: false,
  tagsSorter: "alpha",
  validatorUrl: null,
});

// Puts the questions of the graph's page to the server that it comes from.
"use strict";

window.askServer = async (question) => {
  const reply = await fetch(`ask?${new URLSearchParams({ q: question })}`);
  if (!reply.ok) throw new Error((await reply.text()).trim() || reply.statusText);
  return reply.json();
};

#!/bin/sh
# Loads the lifecycle policy and the index template, and makes the user that may only write these logs.
set -eu

es="${ES_URL:-http://elasticsearch:9200}"

put() {
  curl --fail --silent --show-error --user "elastic:${ELASTIC_PASSWORD}" --request PUT \
    --header "Content-Type: application/json" "${es}/$1" --data "$2"
  echo " $1"
}

put "_ilm/policy/ml-logs" @elasticsearch/ilm-policy.json
put "_index_template/ml-logs" @elasticsearch/index-template.json
put "_security/role/ml-logs-writer" '{
  "cluster": ["monitor", "read_ilm"],
  "indices": [{"names": ["ml-logs*"], "privileges": ["auto_configure", "create_doc", "create_index", "view_index_metadata"]}]
}'
put "_security/user/${ES_USERNAME}" "{\"password\": \"${ES_PASSWORD}\", \"roles\": [\"ml-logs-writer\"]}"
curl --fail --silent --show-error --user "elastic:${ELASTIC_PASSWORD}" --request POST \
  --header "Content-Type: application/json" "${es}/_security/user/kibana_system/_password" \
  --data "{\"password\": \"${KIBANA_PASSWORD}\"}"

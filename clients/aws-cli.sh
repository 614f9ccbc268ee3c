#!/usr/bin/env bash
# The AWS CLI on the endpoint at $AWS_ENDPOINT_URL.
set -euo pipefail

ddb() {
  "${AWS:-aws}" --endpoint-url "$AWS_ENDPOINT_URL" --output text dynamodb "$@"
}

expect() {
  if [ "$2" != "$3" ]; then
    echo "$1: expected '$2', got '$3'" >&2
    exit 1
  fi
}

expect_error() {
  local pattern=$1 output
  shift
  if output=$(ddb "$@" 2>&1); then
    echo "$*: expected an error like '$pattern', got '$output'" >&2
    exit 1
  fi
  if ! grep -q "$pattern" <<<"$output"; then
    echo "$*: expected an error like '$pattern', got '$output'" >&2
    exit 1
  fi
}

status=$(ddb create-table --table-name music --billing-mode PAY_PER_REQUEST \
  --attribute-definitions AttributeName=artist,AttributeType=S AttributeName=song,AttributeType=S \
  --key-schema AttributeName=artist,KeyType=HASH AttributeName=song,KeyType=RANGE \
  --query TableDescription.TableName)
expect "create-table" music "$status"
ddb wait table-exists --table-name music
expect "list-tables" music "$(ddb list-tables --query 'TableNames[]')"

ddb put-item --table-name music --item '{"artist":{"S":"a"},"song":{"S":"s1"},"year":{"N":"1999"}}'
expect "get-item" 1999 "$(ddb get-item --table-name music \
  --key '{"artist":{"S":"a"},"song":{"S":"s1"}}' --query Item.year.N)"
expect "update-item" 2000 "$(ddb update-item --table-name music \
  --key '{"artist":{"S":"a"},"song":{"S":"s1"}}' --update-expression 'ADD #y :one' \
  --expression-attribute-names '{"#y":"year"}' --expression-attribute-values '{":one":{"N":"1"}}' \
  --return-values ALL_NEW --query Attributes.year.N)"

writes=$(for i in $(seq 10 30); do
  printf '%s{"PutRequest":{"Item":{"artist":{"S":"b"},"song":{"S":"s%s"}}}}' "${comma:-}" "$i"
  comma=,
done)
expect "batch-write-item" 0 \
  "$(ddb batch-write-item --request-items "{\"music\":[$writes]}" --query 'length(UnprocessedItems)')"
expect "batch-get-item" 2 "$(ddb batch-get-item --request-items \
  '{"music":{"Keys":[{"artist":{"S":"a"},"song":{"S":"s1"}},{"artist":{"S":"b"},"song":{"S":"s10"}}]}}' \
  --query 'length(Responses.music)')"
# With --query the CLI would apply it to each page.
expect "query by page" 21 "$(ddb query --table-name music --page-size 4 \
  --key-condition-expression 'artist = :a' --expression-attribute-values '{":a":{"S":"b"}}' \
  --output json | grep -c '"song"')"
expect "scan by page" 22 "$(ddb scan --table-name music --page-size 5 --output json | grep -c '"song"')"

ddb transact-write-items --transact-items '[
  {"Put":{"TableName":"music","Item":{"artist":{"S":"c"},"song":{"S":"s1"}}}},
  {"Delete":{"TableName":"music","Key":{"artist":{"S":"a"},"song":{"S":"s1"}}}}]'
expect "transact-get-items" "c None" "$(ddb transact-get-items --transact-items '[
  {"Get":{"TableName":"music","Key":{"artist":{"S":"c"},"song":{"S":"s1"}}}},
  {"Get":{"TableName":"music","Key":{"artist":{"S":"a"},"song":{"S":"s1"}}}}]' \
  --query 'Responses[].[Item.artist.S]' | xargs)"

expect_error "ConditionalCheckFailedException.*The conditional request failed" put-item --table-name music \
  --item '{"artist":{"S":"c"},"song":{"S":"s1"}}' --condition-expression 'attribute_not_exists(artist)'
expect_error "TransactionCanceledException.*\[ConditionalCheckFailed\]" transact-write-items --transact-items '[
  {"ConditionCheck":{"TableName":"music","Key":{"artist":{"S":"c"},"song":{"S":"s1"}},
    "ConditionExpression":"attribute_not_exists(artist)"}}]'
expect_error "ResourceNotFoundException.*Requested resource not found" get-item --table-name none \
  --key '{"artist":{"S":"a"}}'
expect_error "ValidationException" get-item --table-name music --key '{"artist":{"S":"a"}}'

ddb delete-table --table-name music --query TableDescription.TableName >/dev/null
ddb wait table-not-exists --table-name music
echo "aws-cli: $("${AWS:-aws}" --version 2>&1 | cut -d ' ' -f 1) is content"

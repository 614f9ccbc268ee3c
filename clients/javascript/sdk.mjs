// AWS SDK for JavaScript v3 on the endpoint at $AWS_ENDPOINT_URL, which it finds by itself.
import assert from "node:assert/strict";
import {
  ConditionalCheckFailedException,
  CreateTableCommand,
  DeleteTableCommand,
  DescribeTableCommand,
  DynamoDBClient,
  GetItemCommand,
  ListTablesCommand,
  ResourceNotFoundException,
  TransactionCanceledException,
  paginateQuery,
  paginateScan,
  waitUntilTableExists,
  waitUntilTableNotExists,
} from "@aws-sdk/client-dynamodb";
import {
  BatchGetCommand,
  BatchWriteCommand,
  DeleteCommand,
  DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  TransactGetCommand,
  TransactWriteCommand,
  UpdateCommand,
} from "@aws-sdk/lib-dynamodb";

const TableName = "orders";
const client = new DynamoDBClient({});
const document = DynamoDBDocumentClient.from(client);

async function tables() {
  await client.send(
    new CreateTableCommand({
      TableName,
      BillingMode: "PAY_PER_REQUEST",
      AttributeDefinitions: [
        { AttributeName: "pk", AttributeType: "S" },
        { AttributeName: "sk", AttributeType: "N" },
      ],
      KeySchema: [
        { AttributeName: "pk", KeyType: "HASH" },
        { AttributeName: "sk", KeyType: "RANGE" },
      ],
    }),
  );
  await waitUntilTableExists({ client, minDelay: 1, maxWaitTime: 10 }, { TableName });
  const { Table } = await client.send(new DescribeTableCommand({ TableName }));
  assert.ok(Table.CreationDateTime instanceof Date);
  assert.deepEqual((await client.send(new ListTablesCommand({}))).TableNames, [TableName]);
}

async function items() {
  const Key = { pk: "ä€😀", sk: 1.5 };
  const Item = { ...Key, bytes: new Uint8Array([0, 255]), list: [true, null, { set: new Set(["x", "y"]) }] };
  await document.send(new PutCommand({ TableName, Item }));
  assert.deepEqual((await document.send(new GetCommand({ TableName, Key }))).Item, Item);
  const { Attributes } = await document.send(
    new UpdateCommand({
      TableName,
      Key,
      UpdateExpression: "SET n = :n",
      ExpressionAttributeValues: { ":n": 7 },
      ReturnValues: "UPDATED_NEW",
    }),
  );
  assert.deepEqual(Attributes, { n: 7 });
  await document.send(new DeleteCommand({ TableName, Key }));
  assert.equal((await document.send(new GetCommand({ TableName, Key }))).Item, undefined);
}

async function pages() {
  for (let from = 0; from < 50; from += 25) {
    const puts = Array.from({ length: 25 }, (_, i) => ({ PutRequest: { Item: { pk: "p", sk: from + i } } }));
    await document.send(new BatchWriteCommand({ RequestItems: { [TableName]: puts } }));
  }
  let scanned = 0;
  for await (const page of paginateScan({ client, pageSize: 9 }, { TableName })) {
    scanned += page.Count;
  }
  assert.equal(scanned, 50);
  const found = [];
  const query = {
    TableName,
    KeyConditionExpression: "pk = :p AND sk >= :from",
    ExpressionAttributeValues: { ":p": { S: "p" }, ":from": { N: "40" } },
    ScanIndexForward: false,
  };
  for await (const page of paginateQuery({ client, pageSize: 3 }, query)) {
    found.push(...page.Items.map((item) => Number(item.sk.N)));
  }
  assert.deepEqual(found, [49, 48, 47, 46, 45, 44, 43, 42, 41, 40]);
  const Keys = [{ pk: "p", sk: 1 }, { pk: "p", sk: 99 }];
  const { Responses } = await document.send(new BatchGetCommand({ RequestItems: { [TableName]: { Keys } } }));
  assert.deepEqual(Responses[TableName], [{ pk: "p", sk: 1 }]);
}

async function transactions() {
  const put = (sk) => ({
    Put: { TableName, Item: { pk: "t", sk }, ConditionExpression: "attribute_not_exists(pk)" },
  });
  await document.send(new TransactWriteCommand({ TransactItems: [put(1), put(2)] }));
  await assert.rejects(document.send(new TransactWriteCommand({ TransactItems: [put(3), put(2)] })), (error) => {
    assert.ok(error instanceof TransactionCanceledException);
    assert.deepEqual(error.CancellationReasons.map((reason) => reason.Code), ["None", "ConditionalCheckFailed"]);
    return true;
  });
  const gets = [1, 3].map((sk) => ({ Get: { TableName, Key: { pk: "t", sk } } }));
  const { Responses } = await document.send(new TransactGetCommand({ TransactItems: gets }));
  assert.deepEqual(Responses, [{ Item: { pk: "t", sk: 1 } }, {}]);
}

async function errors() {
  const exists = new PutCommand({ TableName, Item: { pk: "t", sk: 1 }, ConditionExpression: "attribute_not_exists(pk)" });
  await assert.rejects(document.send(exists), (error) => {
    assert.ok(error instanceof ConditionalCheckFailedException);
    assert.equal(error.message, "The conditional request failed");
    assert.equal(error.$metadata.httpStatusCode, 400);
    assert.match(error.$metadata.requestId, /^[0-9A-Z]{52}$/);
    return true;
  });
  const missing = new GetItemCommand({ TableName: "none", Key: { pk: { S: "a" } } });
  await assert.rejects(client.send(missing), ResourceNotFoundException);
  const invalid = new GetItemCommand({ TableName, Key: { pk: { S: "a" } } });
  await assert.rejects(client.send(invalid), { name: "ValidationException" });
}

await tables();
await items();
await pages();
await transactions();
await errors();
await client.send(new DeleteTableCommand({ TableName }));
await waitUntilTableNotExists({ client, minDelay: 1, maxWaitTime: 10 }, { TableName });
console.log("AWS SDK for JavaScript v3 is content");

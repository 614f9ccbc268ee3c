"""boto3 on the endpoint at $AWS_ENDPOINT_URL: the client, the resource and paginators."""

import os
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal

import boto3
from boto3.dynamodb.conditions import Attr, Key
from boto3.dynamodb.types import Binary
from botocore.exceptions import ClientError

ENDPOINT = os.environ["AWS_ENDPOINT_URL"]
client = boto3.client("dynamodb", endpoint_url=ENDPOINT)
resource = boto3.resource("dynamodb", endpoint_url=ENDPOINT)


def error_of(call, **arguments):
    try:
        call(**arguments)
    except ClientError as e:
        return e
    raise AssertionError(f"no error: {call} {arguments}")


def tables():
    table = resource.create_table(
        TableName="orders",
        BillingMode="PAY_PER_REQUEST",
        AttributeDefinitions=[
            {"AttributeName": "pk", "AttributeType": "S"},
            {"AttributeName": "sk", "AttributeType": "N"},
            {"AttributeName": "state", "AttributeType": "S"},
        ],
        KeySchema=[
            {"AttributeName": "pk", "KeyType": "HASH"},
            {"AttributeName": "sk", "KeyType": "RANGE"},
        ],
        GlobalSecondaryIndexes=[
            {
                "IndexName": "by-state",
                "KeySchema": [{"AttributeName": "state", "KeyType": "HASH"}],
                "Projection": {"ProjectionType": "ALL"},
            }
        ],
    )
    table.wait_until_exists()
    table.reload()
    assert table.table_status == "ACTIVE"
    assert client.list_tables()["TableNames"] == ["orders"]
    return table


def items(table):
    item = {
        "pk": "ä€😀",
        "sk": Decimal("1.5"),
        "b": Binary(b"\x00\xff"),
        "list": [True, None, {"deep": {"set": {"x", "y"}}}],
    }
    table.put_item(Item=item)
    key = {"pk": item["pk"], "sk": item["sk"]}
    assert table.get_item(Key=key, ConsistentRead=True)["Item"] == item
    updated = table.update_item(
        Key=key,
        UpdateExpression="SET n = if_not_exists(n, :zero) + :one REMOVE #l",
        ExpressionAttributeNames={"#l": "list"},
        ExpressionAttributeValues={":zero": 0, ":one": 1},
        ReturnValues="ALL_NEW",
    )
    assert updated["Attributes"] == {**key, "b": item["b"], "n": 1}
    assert table.delete_item(Key=key, ReturnValues="ALL_OLD")["Attributes"]["n"] == 1
    assert "Item" not in table.get_item(Key=key)


def pages(table):
    with table.batch_writer() as batch:
        for i in range(60):
            batch.put_item(Item={"pk": "p", "sk": i, "state": "open" if i % 2 else "done"})
    found = table.query(
        KeyConditionExpression=Key("pk").eq("p") & Key("sk").between(10, 19),
        FilterExpression=Attr("state").eq("open"),
        ScanIndexForward=False,
    )
    assert [item["sk"] for item in found["Items"]] == [19, 17, 15, 13, 11]
    by_state = table.query(IndexName="by-state", KeyConditionExpression=Key("state").eq("done"))
    assert by_state["Count"] == 30
    paginator = client.get_paginator("scan")
    scanned = list(paginator.paginate(TableName="orders", PaginationConfig={"PageSize": 7}))
    assert len(scanned) == 9 and sum(page["Count"] for page in scanned) == 60
    keys = [{"pk": {"S": "p"}, "sk": {"N": str(i)}} for i in range(55, 65)]
    got = client.batch_get_item(RequestItems={"orders": {"Keys": keys}})
    assert len(got["Responses"]["orders"]) == 5 and got["UnprocessedKeys"] == {}


def transactions():
    def put(sort):
        item = {"pk": {"S": "t"}, "sk": {"N": str(sort)}}
        return {
            "Put": {
                "TableName": "orders",
                "Item": item,
                "ConditionExpression": "attribute_not_exists(pk)",
            }
        }

    client.transact_write_items(TransactItems=[put(1), put(2)])
    error = error_of(client.transact_write_items, TransactItems=[put(3), put(2)])
    assert error.response["Error"]["Code"] == "TransactionCanceledException"
    codes = [reason["Code"] for reason in error.response["CancellationReasons"]]
    assert codes == ["None", "ConditionalCheckFailed"]
    gets = [
        {"Get": {"TableName": "orders", "Key": {"pk": {"S": "t"}, "sk": {"N": str(i)}}}}
        for i in (1, 3)
    ]
    responses = client.transact_get_items(TransactItems=gets)["Responses"]
    assert responses[0]["Item"]["sk"] == {"N": "1"} and "Item" not in responses[1]


def errors(table):
    item = {"pk": "e", "sk": 1}
    table.put_item(Item=item)
    error = error_of(table.put_item, Item=item, ConditionExpression=Attr("pk").not_exists())
    assert error.response["Error"] == {
        "Message": "The conditional request failed",
        "Code": "ConditionalCheckFailedException",
    }
    assert error.response["ResponseMetadata"]["HTTPStatusCode"] == 400
    missing = error_of(client.describe_table, TableName="none")
    assert isinstance(missing, client.exceptions.ResourceNotFoundException)
    invalid = error_of(client.get_item, TableName="orders", Key={"pk": {"S": "e"}})
    assert invalid.response["Error"]["Code"] == "ValidationException"


def many_at_once(table):
    def add(_):
        table.update_item(
            Key={"pk": "count", "sk": 0},
            UpdateExpression="ADD n :one",
            ExpressionAttributeValues={":one": 1},
        )

    with ThreadPoolExecutor(8) as threads:
        list(threads.map(add, range(200)))
    assert table.get_item(Key={"pk": "count", "sk": 0})["Item"]["n"] == 200


def main():
    table = tables()
    items(table)
    pages(table)
    transactions()
    errors(table)
    many_at_once(table)
    table.delete()
    table.wait_until_not_exists()
    print(f"boto3 {boto3.__version__} is content")


main()

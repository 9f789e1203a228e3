// The roles the desk's identity holds, and what for. Ids are Azure's own, the same in every tenant.
@export()
var roles = {
  // The host keeps its locks and the code package in blobs, and must own them.
  'Storage Blob Data Owner': 'b7e6dc6d-f1e8-4753-8033-0f276bb0955b'
  'Storage Queue Data Contributor': '974c5e8b-45b9-4653-ba55-5f855dd0fb88'
  'Storage Table Data Contributor': '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3'
  'Key Vault Secrets User': '4633458b-17de-408a-b874-0445c86b69e6'
  'Communication and Email Service Owner': '09976791-48a7-449e-bb21-39d1a415f350'
  'SignalR Service Owner': '7e4f1700-ea5a-4f59-8f37-079cfe29dce3'
  'Monitoring Metrics Publisher': '3913510d-42f4-4e42-8a64-420c390055eb'
}

// Cosmos DB keeps roles of its own, inside the account.
@export()
var cosmosDataContributor = '00000000-0000-0000-0000-000000000002'

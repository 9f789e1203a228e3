// What tells browsers that something changed.
param name string
param location string
param tags object

@allowed(['Free_F1', 'Standard_S1'])
param sku string

param units int

resource signalr 'Microsoft.SignalRService/signalR@2024-03-01' = {
  name: name
  location: location
  tags: tags
  kind: 'SignalR'
  sku: { name: sku, capacity: sku == 'Free_F1' ? 1 : units }
  properties: {
    disableLocalAuth: true
    features: [{ flag: 'ServiceMode', value: 'Serverless' }]
    cors: { allowedOrigins: ['*'] } // visitors listen from the shops' pages, each with a token of the desk's
    tls: { clientCertEnabled: false }
  }
}

output id string = signalr.id
output name string = signalr.name
output endpoint string = 'https://${signalr.properties.hostName}'
